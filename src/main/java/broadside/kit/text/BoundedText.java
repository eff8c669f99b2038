package broadside.kit.text;

/** Text that grows to a limit and no further. */
final class BoundedText implements Appendable {
    private final int limit;
    private final StringBuilder text = new StringBuilder();

    BoundedText(int limit) {
        this.limit = limit;
    }

    @Override
    public BoundedText append(CharSequence characters) {
        return append(characters, 0, characters.length());
    }

    @Override
    public BoundedText append(CharSequence characters, int start, int end) {
        reserve(end - start);
        text.append(characters, start, end);
        return this;
    }

    @Override
    public BoundedText append(char character) {
        reserve(1);
        text.append(character);
        return this;
    }

    private void reserve(int length) {
        if (length > limit - text.length()) {
            throw new Full();
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** There is more text than the limit lets in. */
    static final class Full extends RuntimeException {
        Full() {
            super("text is full", null, false, false);
        }
    }
}
