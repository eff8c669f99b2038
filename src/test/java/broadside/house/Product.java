package broadside.house;

import broadside.Main;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;

/** The product's own classes, without those of its tests. */
final class Product {
    static final JavaClasses CLASSES = new ClassFileImporter()
            .importLocations(java.util.Set.of(
                    Location.of(Main.class.getProtectionDomain().getCodeSource().getLocation())));

    private Product() {}

    /** Classes of a package and of those under it, by their names without {@code broadside.}; nested ones with their outer one. */
    static DescribedPredicate<JavaClass> in(String... places) {
        return DescribedPredicate.describe("in " + String.join(", ", places), type -> isIn(type, places));
    }

    private static boolean isIn(JavaClass type, String... places) {
        for (var place : places) {
            var name = "broadside." + place;
            if (type.getName().equals(name)
                    || type.getName().startsWith(name + ".")
                    || type.getName().startsWith(name + "$")) {
                return true;
            }
        }
        return false;
    }
}
