package dev.lockkeeper.bootstrap;

import dev.lockkeeper.application.identity.Authenticate;
import dev.lockkeeper.application.identity.NewSecrets;
import dev.lockkeeper.application.installation.InitializeInstallation;
import dev.lockkeeper.application.installation.InitializeInstallation.Command;
import dev.lockkeeper.application.installation.InitializeInstallation.Outcome;
import dev.lockkeeper.domain.identity.AccessToken;

/** Sees to it that somebody can call a fresh service, and says how. */
final class FirstStart {

    private final InitializeInstallation initialize;
    private final Authenticate authenticate;
    private final NewSecrets secrets;
    private final boolean decidesHere;

    /** @param decidesHere whether the configurations are this service's own, so that it may begin with some */
    FirstStart(InitializeInstallation initialize, Authenticate authenticate, NewSecrets secrets, boolean decidesHere) {
        this.initialize = initialize;
        this.authenticate = authenticate;
        this.secrets = secrets;
        this.decidesHere = decidesHere;
    }

    /** What to tell the operator: never a token that the operator chose, and a made-up one just this once. */
    String prepare(Settings settings, String address) {
        boolean embedded = settings.dataDirectory() != null;
        AccessToken chosen = settings.adminToken();
        if (chosen != null) {
            initialize.execute(new Command(chosen, embedded && decidesHere));
            if (authenticate.execute(chosen.value()).isEmpty()) {
                return "LOCKKEEPER_ADMIN_TOKEN is not in force: this database has access tokens already.";
            }
            return embedded ? call(address, "$LOCKKEEPER_ADMIN_TOKEN") : "LOCKKEEPER_ADMIN_TOKEN is in force.";
        }
        if (!embedded) {
            return "Callers need an access token; on a database without any, LOCKKEEPER_ADMIN_TOKEN sets the first.";
        }
        AccessToken madeUp = secrets.accessToken();
        return initialize.execute(new Command(madeUp, decidesHere)) == Outcome.INITIALIZED
                ? call(address, madeUp.value())
                : "The access token is the one that the first start printed, or took from LOCKKEEPER_ADMIN_TOKEN.";
    }

    /** A call that can be pasted. In a CRM that decides, no record is known to lock. */
    private String call(String address, String token) {
        return decidesHere ? """
                Lock a record:

                curl -X POST "%s/crm/v8/Leads/5843104000000425565/Locking_Information__s" \
                -H "Authorization: Zoho-oauthtoken %s" -d '{"data":[{"Locked_Reason__s":"deal in progress"}]}'
                """.formatted(address, token) : """
                Show the locks:

                curl "%s/api/v1/locks" -H "Authorization: Zoho-oauthtoken %s"
                """.formatted(address, token);
    }
}
