package dev.lockkeeper.adapter.zoho.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.crm.CrmRefusal;
import dev.lockkeeper.domain.crm.CrmRefusal.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zoho's documented refusals: codes, messages and statuses are those of the wire contract. */
final class RefusalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "400|INVALID_DATA|relation not found|UNKNOWN_CALL",
                "400|INVALID_MODULE|the module name given seems to be invalid|UNKNOWN_MODULE",
                "400|INVALID_DATA|the related id given seems to be invalid|UNKNOWN_RECORD",
                "400|INVALID_DATA|the id given seems to be invalid|UNKNOWN_ID",
                "400|NOT_ALLOWED|Required Record Locking Configuration is not present|NOT_CONFIGURED",
                "403|INVALID_REQUEST_METHOD|The http request method type is not a valid one|UNKNOWN_CALL",
                "403|NOT_ALLOWED|record is already locked|ALREADY_LOCKED",
                "403|NOT_ALLOWED|record cannot be locked, only automatic locking is configured|AUTOMATIC_ONLY",
                "403|NOT_ALLOWED|Automatically locked records can not be unlocked manually|HELD_BY_RULE",
                "403|NO_PERMISSION|You do not have permission to unlock this record|NOT_PERMITTED",
                "403|NO_PERMISSION|Record Locking Configuration is not supported for the profile of the user|NOT_PERMITTED",
                "404|INVALID_URL_PATTERN|Please check if the URL trying to access is a correct one|UNKNOWN_CALL",
                "400|REQUIRED_PARAM_MISSING|One of the expected parameter is missing|INVALID_BODY",
                "400|NOT_SUPPORTED|the module name given is not supported for the  feature|NOT_SUPPORTED",
                "400|FEATURE_NOT_SUPPORTED|Record Locking Configuration is not supported in your edition|NOT_SUPPORTED",
                "403|NO_PERMISSION|permission denied|NOT_PERMITTED",
                "400|LIMIT_EXCEEDED|Configuration already created for this module|INVALID_BODY",
                "403|NOT_ALLOWED|Configuration created by system cannot be updated|NOT_SUPPORTED",
                "403|NOT_ALLOWED|Configuration created by system cannot be deleted|NOT_SUPPORTED",
                "400|NOT_ALLOWED|something else|UNDOCUMENTED",
                "400|INVALID_DATA|something else|UNDOCUMENTED",
                "409|SURPRISE|something else|UNDOCUMENTED"
            })
    void knowsEveryBodyThatIsAnObject(int status, String code, String message, Reason reason) {
        Document body = Document.of(error(code, message));

        assertThat(Refusals.of(status, body)).isEqualTo(new CrmRefusal(reason, status, body.entries()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data|MANDATORY_NOT_FOUND|required field not found|INVALID_BODY",
                "record_locking_configurations|MANDATORY_NOT_FOUND|required field not found|INVALID_BODY",
                "record_locking_configurations|INVALID_DATA|lock_type not found|INVALID_BODY",
                "record_locking_configurations|NOT_SUPPORTED|Field not supported|INVALID_BODY",
                "record_locking_configurations|DEPENDENT_FIELD_MISSING|locking_rules should have been given|INVALID_BODY",
                "record_locking_configurations|EXPECTED_FIELD_MISSING|Field Id and apiname is missing.|INVALID_BODY",
                "record_locking_configurations|AMBIGUITY_DURING_PROCESSING|Field Id and apiname are ambiguous|INVALID_BODY",
                "record_locking_configurations|LIMIT_EXCEEDED|Maximum limit for locking rules exceeded|INVALID_BODY",
                "record_locking_configurations|DUPLICATE_DATA|Duplicate criteria found, Enter unique criteria.|INVALID_BODY",
                "data|INVALID_DATA|the id given seems to be invalid|UNKNOWN_ID",
                "watch|NO_PERMISSION|permission denied|NOT_PERMITTED",
                "data|RECORD_LOCKED|the record is locked|UNDOCUMENTED"
            })
    void knowsEveryBodyThatIsAListOfElements(String key, String code, String message, Reason reason) {
        Document body = Document.of(Map.of(key, List.of(error(code, message))));

        assertThat(Refusals.of(400, body)).isEqualTo(new CrmRefusal(reason, 400, body.entries()));
        assertThat(Refusals.withinSuccess(body)).isEqualTo(new CrmRefusal(reason, 400, body.entries()));
    }

    @Test
    void hasNoWordsForWhatIsNoObject() {
        assertThat(Refusals.of(418, null)).isEqualTo(new CrmRefusal(Reason.UNDOCUMENTED, 418, Map.of()));
        assertThat(Refusals.of(418, Document.EMPTY)).isEqualTo(new CrmRefusal(Reason.UNDOCUMENTED, 418, Map.of()));
    }

    @Test
    void takesASuccessForNoRefusal() {
        assertThat(Refusals.withinSuccess(
                        Document.of(Map.of("data", List.of(Map.of("code", "SUCCESS", "status", "success"))))))
                .isNull();
        assertThat(Refusals.withinSuccess(Document.of(Map.of("data", List.of()))))
                .isNull();
    }

    private static Map<String, @Nullable Object> error(String code, String message) {
        return Map.of("code", code, "details", Map.of(), "message", message, "status", "error");
    }
}
