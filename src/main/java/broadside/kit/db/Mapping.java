package broadside.kit.db;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategy;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What entities say of the schema, read from their classes alone. Takes a second of CPU. */
public final class Mapping {
    /** The oldest PostgreSQL that Broadside runs on; SQL is the same on every newer one. */
    private static final int OLDEST = 15;

    /** So that Hibernate need not ask a database which one it is. */
    static final Map<String, Object> SETTINGS = Map.of(
            AvailableSettings.DIALECT,
            "org.hibernate.dialect.PostgreSQLDialect",
            AvailableSettings.JAKARTA_HBM2DDL_DB_MAJOR_VERSION,
            OLDEST,
            AvailableSettings.ALLOW_METADATA_ON_BOOT,
            false);

    private Mapping() {}

    /**
     * A table of entities.
     *
     * @param columns in the order of the mapping
     */
    public record Table(String name, List<MappedColumn> columns) {}

    /**
     * A column of an entity.
     *
     * @param type         in SQL, as Hibernate spells it
     * @param defaultValue an SQL expression; null: none
     */
    public record MappedColumn(
            String name,
            String type,
            boolean nullable,
            boolean identity,
            boolean key,
            @Nullable String defaultValue) {}

    static PhysicalNamingStrategy naming() {
        return new PhysicalNamingStrategySnakeCaseImpl();
    }

    /** The tables of these classes, without connecting to any. */
    public static List<Table> of(List<Class<?>> entities) {
        try (var registry =
                new StandardServiceRegistryBuilder().applySettings(SETTINGS).build()) {
            var sources = new MetadataSources(registry);
            entities.forEach(sources::addAnnotatedClass);
            var metadata = sources.getMetadataBuilder()
                    .applyPhysicalNamingStrategy(naming())
                    .build();
            return metadata.getEntityBindings().stream()
                    .map(entity -> table(entity, metadata))
                    .toList();
        }
    }

    private static Table table(PersistentClass entity, Metadata metadata) {
        var columns = new ArrayList<MappedColumn>();
        columns(entity, entity.getIdentifierProperty(), true, metadata).forEach(columns::add);
        entity.getPropertyClosure()
                .forEach(property -> columns(entity, property, false, metadata).forEach(columns::add));
        return new Table(entity.getTable().getName(), List.copyOf(columns));
    }

    private static Stream<MappedColumn> columns(
            PersistentClass entity, @Nullable Property property, boolean key, Metadata metadata) {
        if (property == null) {
            return Stream.empty();
        }
        var field = field(entity.getMappedClass(), property.getName());
        return property.getColumns().stream().map(column -> column(column, field, key, metadata));
    }

    private static MappedColumn column(Column column, @Nullable Field field, boolean key, Metadata metadata) {
        return new MappedColumn(
                column.getName(),
                column.getSqlType(metadata),
                !key && isNullable(column, field),
                field != null && isIdentity(field),
                key,
                column.getDefaultValue());
    }

    /** In code that is null-marked a field says itself whether it may be null; elsewhere Hibernate's own rules hold. */
    private static boolean isNullable(Column column, @Nullable Field field) {
        if (field == null || !column.isNullable()) {
            return column.isNullable();
        }
        if (field.getType().isPrimitive()) {
            return false;
        }
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class) || !isNullMarked(field.getDeclaringClass());
    }

    private static boolean isNullMarked(Class<?> type) {
        return Stream.<AnnotatedElement>of(type, type.getPackage())
                        .anyMatch(element -> element.isAnnotationPresent(NullMarked.class))
                || (type.getEnclosingClass() != null && isNullMarked(type.getEnclosingClass()));
    }

    private static boolean isIdentity(Field field) {
        var generated = field.getAnnotation(GeneratedValue.class);
        return generated != null && generated.strategy() == GenerationType.IDENTITY;
    }

    private static @Nullable Field field(@Nullable Class<?> type, String name) {
        for (var owner = type; owner != null; owner = owner.getSuperclass()) {
            for (var field : owner.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return field;
                }
            }
        }
        return null;
    }
}
