package broadside.kit.db;

/** What others in this process hear as soon as the transaction that tells it is committed. */
public interface Announcement {}
