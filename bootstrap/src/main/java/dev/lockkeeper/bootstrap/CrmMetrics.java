package dev.lockkeeper.bootstrap;

import dev.lockkeeper.adapter.zoho.crm.CallKind;
import dev.lockkeeper.adapter.zoho.crm.CallResult;
import dev.lockkeeper.adapter.zoho.crm.ZohoFigures;
import dev.lockkeeper.adapter.zoho.crm.ZohoMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Requires;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What this process makes of Zoho CRM, as metrics. */
@Context
@Requires(beans = ZohoSettings.class)
final class CrmMetrics {

    private static final String PREFIX = "lockkeeper.zoho.";

    CrmMetrics(ZohoMetrics zoho, MeterRegistry meters) {
        for (CallKind kind : CallKind.values()) {
            for (CallResult result : CallResult.values()) {
                FunctionCounter.builder(PREFIX + "calls", zoho, figures -> calls(figures.figures(), kind, result))
                        .description("Calls of Zoho CRM")
                        .tag("kind", word(kind))
                        .tag("result", word(result))
                        .register(meters);
            }
        }
        counter(meters, zoho, "turned.away", "Requests answered that there are too many", ZohoFigures::turnedAway);
        counter(meters, zoho, "token.renewals", "Access tokens that this process got", ZohoFigures::tokenRenewals);
        counter(meters, zoho, "token.failures", "Access tokens asked for in vain", ZohoFigures::tokenFailures);
        gauge(meters, zoho, "credits.used", "Credits of the last 24 hours, as far as known", ZohoFigures::creditsUsed);
        gauge(meters, zoho, "concurrency", "Calls that this process may make at once", ZohoFigures::atOnce);
        gauge(meters, zoho, "calls.active", "Calls under way", ZohoFigures::underWay);
        gauge(meters, zoho, "calls.waiting", "Calls that wait for their turn", ZohoFigures::waiting);
        gauge(meters, zoho, "breaker.open", "1 while Zoho is left alone", CrmMetrics::isLeftAlone);
    }

    private static double calls(ZohoFigures figures, CallKind kind, CallResult result) {
        return figures.calls().getOrDefault(kind, Map.of()).getOrDefault(result, 0L);
    }

    private static double isLeftAlone(ZohoFigures figures) {
        return figures.breaker() == ZohoFigures.Breaker.OPEN ? 1 : 0;
    }

    private static void counter(
            MeterRegistry meters,
            ZohoMetrics zoho,
            String name,
            String description,
            ToDoubleFunction<ZohoFigures> figure) {
        FunctionCounter.builder(PREFIX + name, zoho, metrics -> figure.applyAsDouble(metrics.figures()))
                .description(description)
                .register(meters);
    }

    private static void gauge(
            MeterRegistry meters,
            ZohoMetrics zoho,
            String name,
            String description,
            ToDoubleFunction<ZohoFigures> figure) {
        Gauge.builder(PREFIX + name, zoho, metrics -> figure.applyAsDouble(metrics.figures()))
                .description(description)
                .strongReference(true)
                .register(meters);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
