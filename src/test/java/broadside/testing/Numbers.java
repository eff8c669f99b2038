package broadside.testing;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a program tells Prometheus, in its text format: samples of a name, labels and a value. */
public record Numbers(String text) {
    public static Numbers of(Server server) {
        return new Numbers(new Client(
                        "http://127.0.0.1:" + server.managementPort(),
                        server.client().contract(),
                        null)
                .get("/metrics")
                .expect(200)
                .text());
    }

    private Stream<String> samples() {
        return text.lines().filter(line -> !line.startsWith("#"));
    }

    /** The sum of all samples of a name that have all these labels, each written {@code name="value"}. */
    public double sum(String name, String... labels) {
        return samples()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Stream.of(labels).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    public boolean has(String name, String... labels) {
        return samples()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .anyMatch(line -> Stream.of(labels).allMatch(line::contains));
    }

    /** Every name there is a sample of. */
    public Set<String> names() {
        return samples()
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }

    /** The values a label has anywhere. */
    public List<String> values(String label) {
        return java.util.regex.Pattern.compile("[{,]" + label + "=\"([^\"]*)\"")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }
}
