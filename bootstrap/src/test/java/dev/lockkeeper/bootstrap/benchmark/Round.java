package dev.lockkeeper.bootstrap.benchmark;

/**
 * What was measured in one round.
 *
 * @param what was measured, the same in all rounds of it
 * @param perSecond requests, transactions or decisions
 * @param p50 in milliseconds, as the next two
 * @param unavailable answers 503, where these are counted
 */
record Round(
        String what,
        double perSecond,
        double p50,
        double p99,
        double p999,
        ProcessorTime.Shares shares,
        long unavailable) {

    private static final double MEDIAN = 50;
    private static final double NEARLY_ALL = 99;
    private static final double ALL_BUT_ONE_IN_A_THOUSAND = 99.9;

    static Round of(String what, double perSecond, Latencies latencies, ProcessorTime.Shares shares, long unavailable) {
        return new Round(
                what,
                perSecond,
                latencies.millisAt(MEDIAN),
                latencies.millisAt(NEARLY_ALL),
                latencies.millisAt(ALL_BUT_ONE_IN_A_THOUSAND),
                shares,
                unavailable);
    }

    @Override
    public String toString() {
        return "%s: %,.0f a second, p50 %.2f ms, p99 %.2f ms, p999 %.2f ms; cores: %s%s"
                .formatted(
                        what,
                        perSecond,
                        p50,
                        p99,
                        p999,
                        shares,
                        unavailable == 0 ? "" : "; answered 503: %,d".formatted(unavailable));
    }
}
