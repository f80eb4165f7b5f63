package dev.lockkeeper.bootstrap;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.context.env.EnvironmentPropertySource;
import io.micronaut.context.env.MapPropertySource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Settings as a process has them, without a process: variables of the environment, over what application.yml says. */
final class Variables extends MapPropertySource {

    private Variables(Map<String, Object> variables) {
        super("test", variables);
    }

    @Override
    public PropertyConvention getConvention() {
        return PropertyConvention.ENVIRONMENT_VARIABLE;
    }

    @Override
    public int getOrder() {
        return EnvironmentPropertySource.POSITION;
    }

    static <T> T read(Map<String, String> variables, Function<Environment, T> reader) {
        try (ApplicationContext context = ApplicationContext.builder()
                        .deduceEnvironment(false)
                        .environmentPropertySource(false)
                        .banner(false)
                        .propertySources(new Variables(new HashMap<>(variables)))
                        .build();
                Environment environment = context.getEnvironment().start()) {
            return reader.apply(environment);
        }
    }
}
