package dev.lockkeeper.bootstrap.e2e;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import java.net.URI;

/** How to start a service for which a stand-in for Zoho CRM decides. */
final class ZohoService {

    private ZohoService() {}

    static ServiceProcess.Builder on(TestDatabase database, ZohoStandIn zoho) {
        return on(database, zoho.url());
    }

    static ServiceProcess.Builder on(TestDatabase database, URI zoho) {
        return ServiceProcess.builder()
                .on(database)
                .with("LOCKKEEPER_AUTHORITY", "zoho")
                .with("ZOHO_ACCOUNTS_URL", zoho.toString())
                .with("ZOHO_API_URL", zoho.toString())
                .with("ZOHO_CLIENT_ID", ZohoStandIn.CLIENT_ID)
                .with("ZOHO_CLIENT_SECRET", ZohoStandIn.CLIENT_SECRET)
                .with("ZOHO_REFRESH_TOKEN", ZohoStandIn.REFRESH_TOKEN)
                .with("LOCKKEEPER_JOBS_HEARTBEAT", "200ms")
                .with("LOCKKEEPER_SWEEP_INTERVAL", "1h")
                .with("LOCKKEEPER_ZOHO_OPEN_TIME", "1s");
    }

    /** Says whether the service is ready, and why. */
    static String readiness(ServiceProcess service) {
        var answer = service.client().get("/health/readiness");
        return answer.statusCode() + " " + answer.body();
    }
}
