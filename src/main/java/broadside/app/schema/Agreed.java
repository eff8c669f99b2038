package broadside.app.schema;

/**
 * What may be done that is not done unasked.
 *
 * @param toLoss    rows may be lost
 * @param toServing nodes may be there that serve
 */
public record Agreed(boolean toLoss, boolean toServing) {}
