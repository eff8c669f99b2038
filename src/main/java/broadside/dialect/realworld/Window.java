package broadside.dialect.realworld;

import broadside.kit.http.Call;
import broadside.kit.problem.Problem;
import broadside.kit.problem.Violation;
import java.util.ArrayList;
import java.util.List;

/** Which part of a list is asked for: {@code limit} of 1 to 100, 20 unless said, from {@code offset} of 0 to 10,000 on. */
record Window(int limit, int offset) {
    static Window of(Call call) {
        var violations = new ArrayList<Violation>();
        var window = new Window(
                whole(call, "limit", 20, 1, 100, violations), whole(call, "offset", 0, 0, 10_000, violations));
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return window;
    }

    private static int whole(Call call, String name, int otherwise, int least, int most, List<Violation> violations) {
        var text = call.parameter(name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("[0-9]{1,5}")) {
            var number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        violations.add(
                new Violation("?" + name, "range", "It must be a whole number from " + least + " to " + most + "."));
        return otherwise;
    }
}
