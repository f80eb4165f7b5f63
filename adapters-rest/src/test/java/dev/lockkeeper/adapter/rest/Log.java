package dev.lockkeeper.adapter.rest;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Takes what a logger and those below it write during a test, in place of the console. */
final class Log implements BeforeEachCallback, AfterEachCallback {

    private final Logger logger;
    private final Level level;
    private final ListAppender<ILoggingEvent> events = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing(); // The MDC is gone by the time that a test looks at it.
            super.append(event);
        }
    };

    Log(String name, Level level) {
        this.logger = (Logger) LoggerFactory.getLogger(name);
        this.level = level;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        events.list.clear();
        events.start();
        logger.setLevel(level);
        logger.setAdditive(false);
        logger.addAppender(events);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        logger.detachAppender(events);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    List<ILoggingEvent> events() {
        return List.copyOf(events.list);
    }

    List<String> lines() {
        return events().stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
