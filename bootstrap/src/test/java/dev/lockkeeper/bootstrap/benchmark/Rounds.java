package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.bootstrap.benchmark.ProcessorTime.Shares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** All rounds, of which each is printed at once; what counts are the medians of those that measured the same. */
final class Rounds {

    private static final String HEAD = """
            | median of the rounds | a second | p50 | p99 | p99.9 | service | database | generator | 503 |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

    void add(Round round) {
        System.out.println(round);
        rounds.computeIfAbsent(round.what(), _ -> new ArrayList<>()).add(round);
    }

    /** The medians of a measure's rounds, each figure for itself; 503s are all of them. */
    Round median(String what) {
        List<Round> same = rounds.getOrDefault(what, List.of());
        return new Round(
                what,
                median(same, Round::perSecond),
                median(same, Round::p50),
                median(same, Round::p99),
                median(same, Round::p999),
                new Shares(
                        median(same, round -> round.shares().service()),
                        median(same, round -> round.shares().database()),
                        median(same, round -> round.shares().generator())),
                same.stream().mapToLong(Round::unavailable).sum());
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Figures.median(rounds.stream().mapToDouble(figure).boxed().toList());
    }

    /** The medians as a table; service, database and generator say how much of all cores each of them took. */
    @Override
    public String toString() {
        return HEAD
                + rounds.keySet().stream().map(this::median).map(Rounds::line).collect(Collectors.joining("\n"));
    }

    private static String line(Round round) {
        return "| %s | %,.0f | %.2f ms | %.2f ms | %.2f ms | %s | %s | %s | %s |"
                .formatted(
                        round.what(),
                        round.perSecond(),
                        round.p50(),
                        round.p99(),
                        round.p999(),
                        Shares.percent(round.shares().service()),
                        Shares.percent(round.shares().database()),
                        Shares.percent(round.shares().generator()),
                        round.unavailable() == 0 ? "–" : "%,d".formatted(round.unavailable()));
    }
}
