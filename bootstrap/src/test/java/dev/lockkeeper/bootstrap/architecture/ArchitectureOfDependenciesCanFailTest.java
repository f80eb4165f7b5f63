package dev.lockkeeper.bootstrap.architecture;

import static dev.lockkeeper.bootstrap.architecture.HouseClasses.PLANTED;
import static dev.lockkeeper.bootstrap.architecture.PlantedViolations.reports;
import static dev.lockkeeper.bootstrap.architecture.PlantedViolations.reportsAllOf;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Proves that each rule about dependencies names what was planted for it, and nothing else. */
class ArchitectureOfDependenciesCanFailTest {

    private static final House HOUSE = PLANTED.house();

    @Nested
    class RulesAboutRings {

        @Test
        void reportAClassOutsideEveryRing() {
            reports(DependencyRules.everyClassIsInARing(HOUSE), "elsewhere.OutsideEveryRing");
        }

        @Test
        void reportADependencyThatPointsOutwards() {
            reports(
                    DependencyRules.dependenciesPointInwards(HOUSE),
                    "domain.lock.KnowsAUseCase",
                    "domain.lock.KnowsBootstrap",
                    "application.lock.KnowsAnAdapter",
                    "adapter.zoho.crm.KnowsBootstrap");
        }

        @Test
        void reportWhoKnowsBootstrap() {
            reports(
                    DependencyRules.nobodyKnowsBootstrap(HOUSE),
                    "domain.lock.KnowsBootstrap",
                    "adapter.zoho.crm.KnowsBootstrap");
        }

        @Test
        void reportAnAdapterThatKnowsAnother() {
            reports(DependencyRules.adaptersDoNotKnowEachOther(HOUSE), "adapter.rest.lock.KnowsPersistence");
        }

        @Test
        void reportADrivenAdapterThatCallsAUseCase() {
            reports(DependencyRules.knowsNoUseCase(HOUSE, Ring.PERSISTENCE), "adapter.persistence.lock.CallsAUseCase");
            reports(DependencyRules.knowsNoUseCase(HOUSE, Ring.ZOHO), "adapter.zoho.crm.CallsAUseCase");
        }

        @Test
        void reportACallThatGoesPastTheUseCases() {
            reports(DependencyRules.knowsNoDrivenPort(HOUSE), "adapter.rest.lock.CallsAPort");
        }

        @Test
        void reportAClassOutsideEveryFeature() {
            reports(DependencyRules.everyClassBelongsToAFeature(HOUSE, Ring.DOMAIN), "domain.OutsideEveryFeature");
        }

        @Test
        void reportFeaturesInACircle() {
            reports(
                    DependencyRules.featuresAreFreeOfCycles(HOUSE, Ring.DOMAIN),
                    "domain.catalog.CircleOfCatalog",
                    "domain.configuration.CircleOfConfiguration");
        }
    }

    @Nested
    class AllowListsOfRings {

        @Test
        void reportWhatTheDomainMayNotUse() {
            ArchRule rule = AllowLists.domainUsesPlainJava(HOUSE);

            reports(
                    rule,
                    "domain.lock.UsesMoreThanPlainJava",
                    "domain.lock.WritesToTheConsole",
                    "domain.lock.KnowsAUseCase",
                    "domain.lock.KnowsBootstrap");
            reportsAllOf(rule, "domain.lock.UsesMoreThanPlainJava");
        }

        @Test
        void reportWhatTheApplicationMayNotUse() {
            ArchRule rule = AllowLists.applicationUsesPlainJavaAndTheDomain(HOUSE);

            reports(rule, "application.lock.UsesMoreThanPlainJava", "application.lock.KnowsAnAdapter");
            reportsAllOf(rule, "application.lock.UsesMoreThanPlainJava");
        }

        @Test
        void reportWhatRestMayNotUse() {
            ArchRule rule = AllowLists.restUsesHttpAndUseCases(HOUSE);

            reports(rule, "adapter.rest.lock.UsesSqlAndHttpClients", "adapter.rest.lock.KnowsPersistence");
            reportsAllOf(rule, "adapter.rest.lock.UsesSqlAndHttpClients");
        }

        @Test
        void reportRawJsonOutsideOfItsPlace() {
            reports(AllowLists.restReadsRawJsonInOnePlace(HOUSE), "adapter.rest.catalog.ReadsRawJsonElsewhere");
        }

        @Test
        void reportConfinedLibrariesOutsideOfTheirPlaces() {
            ArchRule limits = ConfinedLibraries.callersAreLimitedInOnePlace(HOUSE);
            reports(limits, "adapter.rest.catalog.LimitsCallersElsewhere");
            reportsAllOf(limits, "adapter.rest.catalog.LimitsCallersElsewhere");

            ArchRule connections = ConfinedLibraries.connectionsAreGuardedInOnePlace(HOUSE);
            reports(connections, "adapter.rest.catalog.TouchesConnections");
            reportsAllOf(connections, "adapter.rest.catalog.TouchesConnections");
        }

        @Test
        void reportPublishersOutsideOfAuthentication() {
            ArchRule rule = AllowLists.restIsReactiveForAuthenticationOnly(HOUSE);

            reports(rule, "adapter.rest.catalog.IsReactive");
            reportsAllOf(rule, "adapter.rest.catalog.IsReactive");
        }

        @Test
        void reportTokensReadElsewhere() {
            ArchRule rule = AllowLists.restReadsTokensOfProvidersInOnePlace(HOUSE);

            reports(rule, "adapter.rest.catalog.ReadsTokensElsewhere");
            reportsAllOf(rule, "adapter.rest.catalog.ReadsTokensElsewhere");
        }

        @Test
        void reportWhatPersistenceMayNotUse() {
            ArchRule rule = AllowLists.persistenceUsesSqlAndTheDomain(HOUSE);

            reports(rule, "adapter.persistence.lock.UsesHttp", "adapter.persistence.lock.CallsAUseCase");
            reportsAllOf(rule, "adapter.persistence.lock.UsesHttp");
        }

        @Test
        void reportWhatZohoMayNotUse() {
            ArchRule rule = AllowLists.zohoUsesAnHttpClientAndTheDomain(HOUSE);

            reports(
                    rule,
                    "adapter.zoho.crm.UsesSqlAndServers",
                    "adapter.zoho.crm.CallsAUseCase",
                    "adapter.zoho.crm.KnowsBootstrap");
            reportsAllOf(rule, "adapter.zoho.crm.UsesSqlAndServers");
        }

        @Test
        void reportSqlOutsideOfPersistence() {
            reports(
                    AllowLists.sqlIsSpokenByPersistenceOnly(HOUSE),
                    "domain.lock.UsesMoreThanPlainJava",
                    "application.lock.UsesMoreThanPlainJava",
                    "adapter.rest.lock.UsesSqlAndHttpClients",
                    "adapter.zoho.crm.UsesSqlAndServers");
            reports(AllowLists.bootstrapKnowsSqlByItsFailures(HOUSE), "bootstrap.SpeaksSql");
        }

        @Test
        void reportHttpClientsOutsideOfZoho() {
            reports(
                    AllowLists.httpIsCalledByZohoOnly(HOUSE),
                    "domain.lock.UsesMoreThanPlainJava",
                    "adapter.rest.lock.UsesSqlAndHttpClients",
                    "adapter.persistence.lock.UsesHttp",
                    "bootstrap.CallsOut");
        }
    }
}
