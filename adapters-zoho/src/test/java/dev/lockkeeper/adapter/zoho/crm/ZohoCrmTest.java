package dev.lockkeeper.adapter.zoho.crm;

import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmContract;
import dev.lockkeeper.domain.crm.CrmPeople;
import org.junit.jupiter.api.AfterEach;

final class ZohoCrmTest implements CrmContract {

    private final ZohoStandIn zoho = new ZohoStandIn();
    private final ZohoCrm crm = Clients.of(Clients.account(zoho));

    @AfterEach
    void close() {
        crm.close();
        zoho.close();
    }

    @Override
    public Crm crm() {
        return crm;
    }

    @Override
    public CrmPeople people() {
        return zoho;
    }
}
