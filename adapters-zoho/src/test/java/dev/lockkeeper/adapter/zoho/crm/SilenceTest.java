package dev.lockkeeper.adapter.zoho.crm;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lockkeeper.adapter.zoho.account.ZohoAccount;
import dev.lockkeeper.adapter.zoho.standin.Fault;
import dev.lockkeeper.adapter.zoho.standin.ZohoStandIn;
import dev.lockkeeper.domain.crm.Crm;
import dev.lockkeeper.domain.crm.CrmReply;
import dev.lockkeeper.domain.crm.CrmUse;
import dev.lockkeeper.domain.crm.SharedTokens;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Where secrets must not turn up, and how the client comes into being. */
final class SilenceTest {

    @Test
    void logsNoSecrets() {
        Logger ours = (Logger) LoggerFactory.getLogger("dev.lockkeeper");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Level before = ours.getLevel();
        ours.setLevel(Level.TRACE);
        ours.addAppender(log);
        ZohoStandIn zoho = new ZohoStandIn();
        ZohoCrm crm = Clients.of(Clients.hasty(zoho));
        try {
            zoho.next(Fault.RESET_BEFORE, Fault.HANG_BEFORE);
            assertThat(crm.currentUser()).isInstanceOf(CrmReply.Answered.class);
            zoho.revokeTokens();
            zoho.refuseRefresh("invalid_code");
            assertThat(crm.currentUser()).isInstanceOf(CrmReply.Unavailable.class);
        } finally {
            crm.close();
            zoho.close();
            ours.detachAppender(log);
            ours.setLevel(before);
        }

        assertThat(log.list).isNotEmpty();
        assertThat(List.copyOf(log.list)).allSatisfy(event -> {
            assertThat(event.getFormattedMessage())
                    .doesNotContain(ZohoStandIn.CLIENT_SECRET, ZohoStandIn.REFRESH_TOKEN, "access-token-number");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    @Test
    void isThereWhenThereIsAnAccount() {
        try (ZohoStandIn zoho = new ZohoStandIn();
                ApplicationContext without = ApplicationContext.run();
                ApplicationContext with = ApplicationContext.builder()
                        .singletons(Clients.hasty(zoho), Clients.tokens(), Clients.use())
                        .start()) {
            assertThat(without.containsBean(Crm.class)).isFalse();
            assertThat(with.getBean(ZohoAccount.class)).isNotNull();
            assertThat(with.getBean(SharedTokens.class)).isNotNull();
            assertThat(with.getBean(CrmUse.class)).isNotNull();
            assertThat(with.getBean(Crm.class).currentUser()).isInstanceOf(CrmReply.Answered.class);
            assertThat(with.getBean(ZohoMetrics.class).figures().requests()).isEqualTo(1);
        }
    }
}
