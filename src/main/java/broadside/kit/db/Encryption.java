package broadside.kit.db;

import broadside.kit.db.DatabaseAddress.SslMode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import java.util.concurrent.TimeoutException;

/** Whether a server encrypts, asked once. */
public final class Encryption {
    private static final int WANTED = 80_877_103;
    private static final long PATIENCE_MILLIS = 2_000;

    private Encryption() {}

    /**
     * The address as it is to be used from here on: where encryption is only welcome and the server has none, it is not asked for any
     * more. Each time the driver is told so, it connects anew and leaves the first connection open, which takes one of the
     * server's places for a minute.
     */
    public static Future<DatabaseAddress> settled(Vertx vertx, DatabaseAddress address) {
        if (address.sslMode() != SslMode.ALLOW && address.sslMode() != SslMode.PREFER) {
            return Future.succeededFuture(address);
        }
        return offered(vertx, address)
                .map(offered -> offered ? address : address.unencrypted())
                .otherwise(address);
    }

    /** By SSLRequest (PostgreSQL documentation, 54.2.12). */
    private static Future<Boolean> offered(Vertx vertx, DatabaseAddress address) {
        var request = Buffer.buffer().appendInt(2 * Integer.BYTES).appendInt(WANTED);
        var client = vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) Limits.CONNECT.toMillis()));
        Promise<Boolean> said = Promise.promise();
        var deadline =
                vertx.setTimer(PATIENCE_MILLIS, expired -> said.tryFail(new TimeoutException("it does not answer")));
        client.connect(address.port(), address.host())
                .compose(socket -> {
                    socket.handler(answer -> said.tryComplete(answer.getByte(0) == 'S'));
                    socket.closeHandler(gone -> said.tryFail("it hangs up"));
                    return socket.write(request);
                })
                .onFailure(said::tryFail);
        return said.future().onComplete(done -> {
            vertx.cancelTimer(deadline);
            client.close();
        });
    }
}
