package dev.lockkeeper.bootstrap.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A week's changes within minutes: what they leave behind, and how long calls take while autovacuum clears it away. */
record Churn(GrownStore store, GrowthPlan plan, GrowthCalls calls) {

    void measure(Figures figures) throws IOException {
        report("before", figures);
        List<Round> alone = new ArrayList<>();
        List<Round> besideAutovacuum = new ArrayList<>();
        double done = 0;
        while (done < 2 * plan.churned()) {
            long autovacuums = store.autovacuums();
            Round round = calls.turns(plan.roundOfChurn());
            System.out.println(round);
            (store.autovacuums() > autovacuums ? besideAutovacuum : alone).add(round);
            done += round.perSecond() * plan.roundOfChurn().toSeconds();
        }
        add("without an autovacuum that ended", alone, figures);
        add("in which an autovacuum ended", besideAutovacuum, figures);
        report("after %,d records were locked and unlocked".formatted(plan.churned()), figures);
        figures.add("sizes then", store.sizes());
    }

    private void report(String when, Figures figures) {
        store.churn().forEach(each -> figures.add("%s, %s".formatted(each.what(), when), each.found()));
    }

    private void add(String which, List<Round> rounds, Figures figures) {
        if (!rounds.isEmpty()) {
            figures.add(
                    "lock and unlock as fast as answered, %d rounds %s: a second, p50, p99, worst p99"
                            .formatted(rounds.size(), which),
                    "%,.0f, %.2f ms, %.2f ms, %.2f ms"
                            .formatted(
                                    Figures.median(rounds.stream()
                                            .map(Round::perSecond)
                                            .toList()),
                                    Figures.median(
                                            rounds.stream().map(Round::p50).toList()),
                                    Figures.median(
                                            rounds.stream().map(Round::p99).toList()),
                                    rounds.stream()
                                            .mapToDouble(Round::p99)
                                            .max()
                                            .orElseThrow()));
        }
    }
}
