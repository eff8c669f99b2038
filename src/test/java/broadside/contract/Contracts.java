package broadside.contract;

import broadside.dialect.microblog.Microblog;
import broadside.dialect.realworld.RealWorld;
import java.util.List;

/** The contracts of all APIs that the program speaks. */
public final class Contracts {
    public static final Contract NATIVE = Contract.load();

    public static final Contract REALWORLD = Contract.of(RealWorld.PREFIX, RealWorld.document());

    public static final Contract MICROBLOG = Contract.of(Microblog.PREFIX, Microblog.document());

    public static final List<Contract> ALL = List.of(NATIVE, REALWORLD, MICROBLOG);

    private Contracts() {}
}
