package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StandardIdsTest {

    private static final long FIRST_ID = Catalog.ORGANIZATION * 1_000_000_000_000L;
    private static final long FIRST_RUN_TIME_ID = FIRST_ID + 1_000_000;

    /**
     * For each released run of fields: the module, its id, the id of the run's first field, the number of fields, and
     * the hash code of their api names in the order of their ids. A line that is inserted, moved, renamed or removed
     * changes it; one that is appended does not. Only ever add to this list.
     */
    private static final String RELEASED = """
        Leads 1777000000000002002 1777000000000011001 31 185033405
        Leads 1777000000000002002 1777000000000011801 8 -999152912
        Accounts 1777000000000002004 1777000000000012001 28 1622637931
        Contacts 1777000000000002006 1777000000000013001 32 -558724835
        Deals 1777000000000002008 1777000000000014001 20 9780818
        Campaigns 1777000000000002034 1777000000000027001 15 -1296636054
        Tasks 1777000000000002010 1777000000000015001 10 1344158789
        Calls 1777000000000002030 1777000000000025001 13 1927351591
        Events 1777000000000002032 1777000000000026001 13 1956176288
        Notes 1777000000000002036 1777000000000028001 4 160637060
        Cases 1777000000000002012 1777000000000016001 20 1131906773
        Solutions 1777000000000002014 1777000000000017001 10 1517570352
        Products 1777000000000002028 1777000000000024001 25 -1375697493
        Vendors 1777000000000002016 1777000000000018001 17 442026974
        Price_Books 1777000000000002018 1777000000000019001 7 601321361
        Quotes 1777000000000002020 1777000000000020001 10 -1070860494
        Quotes 1777000000000002020 1777000000000020601 19 -870632797
        Sales_Orders 1777000000000002022 1777000000000021001 13 -1089785251
        Purchase_Orders 1777000000000002024 1777000000000022001 13 1418749838
        Invoices 1777000000000002026 1777000000000023001 12 1348299395
        Locking_Information__s 1777000000000002038 1777000000000029001 9 798140994
        """;

    private final Catalog catalog = Catalog.standard();

    @Test
    void usesEveryIdOnceAndLeavesTheHighOnesToRunTime() {
        List<Long> ids = catalog.modules().stream()
                .flatMapToLong(module -> LongStream.concat(
                        LongStream.of(module.id().value()),
                        module.fields().stream().mapToLong(field -> field.id().value())))
                .boxed()
                .toList();
        assertThat(ids)
                .hasSizeGreaterThan(400)
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).isGreaterThan(FIRST_ID).isLessThan(FIRST_RUN_TIME_ID));
    }

    @Test
    void keepsTheIdsOfEarlierReleases() {
        List<List<String>> released =
                RELEASED.lines().map(line -> List.of(line.split(" ", -1))).toList();
        assertThat(released).extracting(this::asItIsNow).isEqualTo(released);
    }

    @Test
    void hasReleasedIdsOfEveryModule() {
        assertThat(RELEASED.lines().map(line -> line.substring(0, line.indexOf(' '))))
                .containsAll(catalog.modules().stream().map(CrmModule::apiName).toList());
    }

    private List<String> asItIsNow(List<String> run) {
        CrmModule module = catalog.find(run.getFirst()).orElseThrow();
        long first = Long.parseLong(run.get(2));
        String names = LongStream.range(first, first + Long.parseLong(run.get(3)))
                .mapToObj(id ->
                        module.findField(new FieldId(id)).map(CrmField::apiName).orElse("(none)"))
                .collect(Collectors.joining(" "));
        return List.of(
                module.apiName(), module.id().toString(), run.get(2), run.get(3), Integer.toString(names.hashCode()));
    }
}
