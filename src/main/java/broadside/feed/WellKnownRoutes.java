package broadside.feed;

import broadside.account.AccountQueries;
import broadside.account.AccountView;
import broadside.kit.db.Reads;
import broadside.kit.http.Answer;
import broadside.kit.http.Call;
import broadside.kit.http.Route;
import broadside.kit.problem.Problem;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs look for at well-known places (RFC 8615). It has no viewer: whoever asks, it is the same. */
public final class WellKnownRoutes {
    private final Reads reads;
    private final Addresses addresses;
    private final @Nullable String securityContact;
    private final Clock clock;
    private final Answer catalog;

    /** @param securityContact a URI; null: nobody is to be told of weaknesses */
    public WellKnownRoutes(Reads reads, Addresses addresses, @Nullable String securityContact, Clock clock) {
        this.reads = reads;
        this.addresses = addresses;
        this.securityContact = securityContact;
        this.clock = clock;
        catalog = ApiCatalog.of(addresses.publicUrl());
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ApiCatalog.PATH, call -> Future.succeededFuture(catalog))
                        .open(),
                Route.get(SecurityTxt.PATH, this::security).open(),
                Route.get("/.well-known/webfinger", this::finger).open().parameters("resource", "rel"));
    }

    private Future<Answer> security(Call call) {
        if (securityContact == null) {
            throw Problem.notFound();
        }
        var text = SecurityTxt.of(securityContact, addresses.publicUrl(), clock.instant());
        return Future.succeededFuture(
                Answer.of(200, SecurityTxt.MEDIA_TYPE, text).tagged());
    }

    private Future<Answer> finger(Call call) {
        var query = call.query();
        var resource = query.needed(
                "resource", AcctUri::isWellFormed, "It must be a URI such as acct:ada@" + addresses.hostName() + ".");
        var relations = query.several("rel");
        query.done();
        return account(resource)
                .map(account -> Answer.of(200, WebFinger.MEDIA_TYPE, WebFinger.of(account, addresses, relations))
                        .tagged());
    }

    private Future<AccountView> account(String resource) {
        var name = AcctUri.parse(resource)
                .filter(uri -> addresses.isHere(uri.host()))
                .map(AcctUri::name)
                .orElseThrow(Problem::notFound);
        return AccountQueries.byName(reads, name, null).map(found -> found.orElseThrow(Problem::notFound));
    }
}
