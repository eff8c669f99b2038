package broadside.cli.seed;

import broadside.transfer.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What came of it: counts, and each line that was refused with the reason. */
public final class Harvest {
    /** So many lines are told one by one. */
    private static final int TOLD = 1_000;

    private static final int NAMES = 20;

    private final List<String> refusals = new ArrayList<>();
    private final Set<String> overlooked = new TreeSet<>();
    private long refused;
    long accounts;
    long posts;
    long follows;
    long likes;

    void refuse(String place, String reason) {
        refused++;
        if (refusals.size() < TOLD) {
            refusals.add(place + ": " + reason);
        }
    }

    /** Notes what was not taken; whether it was. */
    boolean took(Outcome outcome) {
        if (outcome.target() == null) {
            refuse(outcome.place(), String.join("; ", outcome.reasons()));
        }
        return outcome.target() != null;
    }

    /** A member of a line that means nothing here. */
    void overlook(String member) {
        if (overlooked.size() < NAMES) {
            overlooked.add(member);
        }
    }

    public boolean isWhole() {
        return refused == 0;
    }

    /** Lines that were refused, for people to look up. */
    public void tellRefusals(PrintWriter error) {
        refusals.forEach(error::println);
        if (refused > refusals.size()) {
            error.println("… and " + (refused - refusals.size()) + " more");
        }
        error.flush();
    }

    /** The counts. */
    public void tell(PrintWriter out, double seconds) {
        out.printf(
                java.util.Locale.ROOT,
                "Brought %,d accounts, %,d posts, %,d follows and %,d likes in %.1f s.%n",
                accounts,
                posts,
                follows,
                likes,
                seconds);
        if (refused > 0) {
            out.println("Refused lines: " + refused + ".");
        }
        if (!overlooked.isEmpty()) {
            out.println("Members that mean nothing here: " + String.join(", ", overlooked) + ".");
        }
    }
}
