package dev.lockkeeper.adapter.zoho.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockkeeper.domain.configuration.ConfigurationId;
import dev.lockkeeper.domain.configuration.LockType;
import dev.lockkeeper.domain.configuration.RuleId;
import dev.lockkeeper.domain.crm.CrmLock;
import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.crm.CrmStatus;
import dev.lockkeeper.domain.crm.FoundLock;
import dev.lockkeeper.domain.crm.TakenLock;
import dev.lockkeeper.domain.identity.UserId;
import dev.lockkeeper.domain.identity.UserRef;
import dev.lockkeeper.domain.lock.LockId;
import dev.lockkeeper.domain.lock.LockOrigin;
import dev.lockkeeper.domain.lock.LockReason;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what Zoho documents, and what it might send besides. */
final class AnswersTest {

    private static final String LOCK = """
            {"data":[{"Locked_By__s":{"name":"priya v","id":"111111000000047487"},"$field_states":null,
            "Record_Locking_Rule_Id__s":null,"Locked_For__s":{"module":{"api_name":"Deals","id":"111111000000000048"},
            "name":"locked","id":"111111000000053560"},"Locked_Reason__s":REASON,
            "Record_Locking_Configuration_Id__s":"111111000000053641","$editable":true,"id":"111111000000054020",
            "$sharing_permission":"full_access","Lock_Source__s":"Manual","Locked_Time__s":"2021-07-21T18:08:12+05:30",
            "Feature_Type__s":"record_locking","$zia_visions":null}],
            "info":{"per_page":200,"count":1,"page":1,"more_records":false}}""";

    private final Standing standing = new Standing();
    private final Judge judge = new Judge(standing);

    @Test
    void readsTheDocumentedLock() {
        assertThat(judge.judge(CallKind.FIND_LOCK, 200, LOCK.replace("REASON", "\"fff\""), LockAnswers::found))
                .isEqualTo(new Verdict.Done<>(new FoundLock(lock("fff"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "\"\\u0000\"", "7"})
    void takesALockWithoutAUsableReason(String reason) {
        assertThat(judge.judge(CallKind.FIND_LOCK, 200, LOCK.replace("REASON", reason), LockAnswers::found))
                .isEqualTo(new Verdict.Done<>(new FoundLock(lock("-"))));
    }

    @Test
    void keepsWhatIsUsableOfAReason() {
        assertThat(judge.judge(CallKind.FIND_LOCK, 200, LOCK.replace("REASON", "\"a\\u0001b\""), LockAnswers::found))
                .isEqualTo(new Verdict.Done<>(new FoundLock(lock("ab"))));
    }

    @Test
    void readsTheDocumentedSuccess() {
        String body = """
                {"data":[{"code":"SUCCESS","details":{"Modified_Time":"2023-09-05T08:54:49-04:00",
                "Modified_By":{"name":"Patricia Boyle","id":"5843104000000424672"},
                "Created_Time":"2023-09-05T08:54:49-04:00","id":"5843104000000804020",
                "Created_By":{"name":"Patricia Boyle","id":"5843104000000424672"}},
                "message":"record added","status":"success"}]}""";

        assertThat(judge.judge(CallKind.LOCK, 201, body, LockAnswers::taken))
                .isEqualTo(new Verdict.Done<>(new TakenLock(
                        new LockId(5843104000000804020L),
                        new UserRef(new UserId(5843104000000424672L), "Patricia Boyle"),
                        Instant.parse("2023-09-05T12:54:49Z"))));
    }

    @Test
    void readsAConfiguration() {
        String body = """
                {"record_locking_configurations":[{"id":"2000000066499","lock_type":"both","locking_rules":
                [{"name":"Tesing","id":"2000000066513","lock_existing_records":false}],"restricted_custom_buttons":null}]}""";

        assertThat(judge.judge(CallKind.FIND_CONFIGURATION, 200, body, Answers::configuration))
                .isInstanceOfSatisfying(
                        Verdict.Done.class,
                        done -> assertThat(done.value())
                                .extracting("configuration.id", "configuration.lockType", "configuration.ruleNames")
                                .containsExactly(
                                        new ConfigurationId(2000000066499L),
                                        LockType.BOTH,
                                        Map.of(new RuleId(2000000066513L), "Tesing")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "{\"data\":[]}",
                "{\"data\":[7]}",
                "{\"data\":{}}",
                "{\"data\":[{\"code\":\"SUCCESS\"}]}",
                "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"x\"}}]}",
                "{\"data\":[{\"code\":\"SUCCESS\",\"details\":{\"id\":\"7\"}}]",
                "<html></html>"
            })
    void losesAChangeWhoseAnswerItDoesNotUnderstand(String body) {
        assertThat(judge.judge(CallKind.UNLOCK, 200, body, LockAnswers::changed))
                .isInstanceOf(Verdict.Lost.class);
    }

    @Test
    void doesNotTakeWhatItDoesNotUnderstandForAFailureOfZoho() {
        assertThat(judge.judge(CallKind.UNLOCK, 200, "{\"data\":[]}", LockAnswers::changed))
                .isEqualTo(new Verdict.Lost<>(false));
        assertThat(judge.judge(CallKind.UNLOCK, 200, "<html></html>", LockAnswers::changed))
                .isEqualTo(new Verdict.Lost<>(true));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 408, 500, 502, 503, 504})
    void losesWhatIsNeitherYesNorNo(int status) {
        assertThat(judge.judge(CallKind.UNLOCK, status, "{}", LockAnswers::changed))
                .isEqualTo(new Verdict.Lost<>(true));
    }

    @Test
    void understandsARefusalThatComesAsASuccess() {
        String body = "{\"data\":[{\"code\":\"INVALID_DATA\",\"details\":{},\"message\":\"x\",\"status\":\"error\"}]}";

        assertThat(judge.judge(CallKind.LOCK, 207, body, LockAnswers::taken))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.refusal().reason()).isEqualTo(CrmRefusal.Reason.INVALID_BODY));
    }

    @Test
    void tellsApartWhyItIsNotLetIn() {
        assertThat(judge.judge(CallKind.LOCK, 401, "{\"code\":\"INVALID_TOKEN\"}", LockAnswers::taken))
                .isEqualTo(new Verdict.TokenRefused<>());
        assertThat(judge.judge(CallKind.LOCK, 401, "{\"code\":\"AUTHENTICATION_FAILURE\"}", LockAnswers::taken))
                .isEqualTo(new Verdict.NotLetIn<>());
        assertThat(standing.status(false))
                .isEqualTo(new CrmStatus(
                        CrmStatus.State.NOT_LET_IN, "Zoho does not accept the token: AUTHENTICATION_FAILURE"));
    }

    @Test
    void hidesSecretsThatZohoRepeats() {
        Secrets secrets = new Secrets(Clients.account());

        assertThat(secrets.hide("a 1000.token b 1000.stand-in-refresh-token c stand-in-client-secret", "1000.token"))
                .isEqualTo("a [hidden] b [hidden] c [hidden]");
    }

    @Test
    void opensOnlyWhatTheSameCredentialsSealed() {
        TokenSeal seal = new TokenSeal(Clients.account());
        String sealed = seal.seal("1000.token");

        assertThat(seal.open(sealed)).isEqualTo("1000.token");
        assertThat(seal.seal("1000.token")).isNotEqualTo(sealed);
        assertThat(seal.open("AAAA" + sealed.substring(4))).isNull();
        assertThat(seal.open("short")).isNull();
        assertThat(seal.open("no base 64!")).isNull();
    }

    @Test
    void refusesAModuleThatIsNoName() {
        assertThatThrownBy(() -> new Asks("v8").lockedRecords("Deals where", 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CrmLock lock(String reason) {
        return new CrmLock(
                new LockId(111111000000054020L),
                new LockOrigin.Manual(new UserRef(new UserId(111111000000047487L), "priya v"), new LockReason(reason)),
                new ConfigurationId(111111000000053641L),
                Instant.parse("2021-07-21T12:38:12Z"));
    }
}
