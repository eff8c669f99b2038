/** The schema forward and back. */
@org.jspecify.annotations.NullMarked
package broadside.app.schema;
