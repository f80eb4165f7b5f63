package dev.lockkeeper.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.store.StoreUnavailable;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where programs learn by themselves where decisions can be had. */
class AuthzenMetadataTest {

    private static final String PATH = "/.well-known/authzen-configuration";

    @RegisterExtension
    static final Service service = new Service();

    @Test
    void namesTheEndpointsUnderTheAddressThatWasAsked() {
        String address = service.address().toString();

        Answer answer = service.anonymous("GET", PATH).send();

        answer.mustBeJson(200, Json.read("""
                {"policy_decision_point":"%1$s",
                 "access_evaluation_endpoint":"%1$s/access/v1/evaluation",
                 "access_evaluations_endpoint":"%1$s/access/v1/evaluations"}""".formatted(address)));
        assertThat(answer.header("cache-control")).hasValue("no-store");
    }

    @Test
    void namesTheHostOfTheRequest() {
        Answer answer = service.sendRaw("GET " + PATH + " HTTP/1.1");

        assertThat(answer.at("policy_decision_point")).isEqualTo("http://localhost");
    }

    @Test
    void namesEndpointsThatAreThere() {
        String endpoint = service.anonymous("GET", PATH)
                .send()
                .at("access_evaluations_endpoint")
                .toString();

        assertThat(endpoint).isEqualTo(service.address() + Decisions.EVALUATIONS);
    }

    @Test
    void needsNeitherATokenNorTheStore() {
        service.stores.failAccessTokens(
                new StoreUnavailable(StoreUnavailable.Step.NOT_TAKEN, new ConnectException("Connection refused")));

        assertThat(service.call("GET", PATH).send().status()).isEqualTo(200);
        assertThat(service.callWith("unknown", "GET", PATH).send().status()).isEqualTo(200);
    }

    @Test
    void knowsNoTenants() {
        service.call("GET", PATH + "/tenant1").send().mustBeMessage(404, "There is nothing at this address.");
    }
}
