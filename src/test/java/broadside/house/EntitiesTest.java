package broadside.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadside.app.Rooms;
import broadside.kit.db.DatabaseAddress;
import broadside.testing.Server;
import broadside.testing.TestDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Entities say of the schema what the migrations made. */
class EntitiesTest {
    private static final DatabaseAddress DATABASE = Server.shared().database();

    /** Somebody's wrong idea of an account. */
    @Entity(name = "account")
    @SuppressWarnings("UnusedVariable") // Hibernate looks at it.
    static class Wrong {
        @Id
        private long id;

        private int username;
    }

    @Test
    void everyMappedColumnIsThereWithItsType() {
        assertTrue(Rooms.entities().size() >= 3);
        validate(Rooms.entities());
    }

    @Test
    void theCheckFindsAWrongType() {
        var found = assertThrows(SchemaManagementException.class, () -> validate(List.of(Wrong.class)));
        assertTrue(String.valueOf(found.getMessage()).contains("username"), found.getMessage());
    }

    private static void validate(List<Class<?>> entities) {
        var configuration = new Configuration();
        entities.forEach(configuration::addAnnotatedClass);
        configuration
                .setProperty(AvailableSettings.HBM2DDL_AUTO, "validate")
                .setProperty(
                        AvailableSettings.JAKARTA_JDBC_URL,
                        "jdbc:postgresql://" + DATABASE.host() + ":" + DATABASE.port() + "/" + DATABASE.database())
                .setProperty(AvailableSettings.JAKARTA_JDBC_USER, DATABASE.user())
                .setProperty(AvailableSettings.JAKARTA_JDBC_PASSWORD, DATABASE.password())
                .setPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl());
        try (SessionFactory validated = configuration.buildSessionFactory()) {
            assertTrue(validated.isOpen());
        }
    }

    /** A field that may be null and a column that may not, or the other way round, is a fault that waits for its day. */
    @Test
    void whatMayBeNullMayBeNullInBoth() {
        var different = Rooms.entities().stream()
                .flatMap(EntitiesTest::columns)
                .filter(field -> isNullable(field) != mayBeNull(field))
                .map(field -> field.getDeclaringClass().getSimpleName() + "." + field.getName())
                .toList();
        assertEquals(List.of(), different);
    }

    private static Stream<Field> columns(Class<?> entity) {
        return Arrays.stream(entity.getDeclaredFields())
                .filter(field -> !field.isAnnotationPresent(Id.class) && !field.isSynthetic());
    }

    private static boolean isNullable(Field field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean mayBeNull(Field field) {
        var table = field.getDeclaringClass().getAnnotation(Entity.class).name();
        var column = field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
        var nullable = TestDatabase.ask(
                DATABASE,
                "select is_nullable from information_schema.columns where table_name = '" + table
                        + "' and column_name = '" + column + "'");
        return "YES".equals(nullable);
    }
}
