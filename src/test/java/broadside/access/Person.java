package broadside.access;

import broadside.testing.Client;
import java.util.HashSet;
import java.util.Set;

/** Somebody in a world, as the oracle knows her. */
final class Person {
    final String name;
    final String id;
    final Client client;
    final Set<Person> follows = new HashSet<>();
    final Set<Person> blocks = new HashSet<>();
    final Set<Person> mutes = new HashSet<>();
    final Set<Person> asks = new HashSet<>();
    boolean locked;
    boolean suspended;

    Person(String name, String id, Client client) {
        this.name = name;
        this.id = id;
        this.client = client;
    }

    boolean hasBlocked(String other) {
        return blocks.stream().anyMatch(person -> person.name.equals(other));
    }

    @Override
    public String toString() {
        return name;
    }
}
