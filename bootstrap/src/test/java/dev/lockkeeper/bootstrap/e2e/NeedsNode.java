package dev.lockkeeper.bootstrap.e2e;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** For a test that drives a program of Node's: the one kind of test that is left out where its tool is missing. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsNode.Condition.class)
@interface NeedsNode {

    /** Looks for the programs on the PATH. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            List<String> missing = List.of("node", "npm").stream()
                    .filter(program -> !isOnThePath(program))
                    .toList();
            if (missing.isEmpty()) {
                return ConditionEvaluationResult.enabled("Node is here");
            }
            if ("true".equals(System.getenv("LOCKKEEPER_REQUIRE_NODE"))) {
                throw new IllegalStateException("LOCKKEEPER_REQUIRE_NODE is set, and not on the PATH: " + missing);
            }
            String reason = "left out, for want of Node: not on the PATH: " + missing;
            System.out.println(context.getDisplayName() + ": " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }

        private static boolean isOnThePath(String program) {
            String path = System.getenv("PATH");
            return path != null
                    && Arrays.stream(path.split(File.pathSeparator, -1))
                            .anyMatch(folder -> new File(folder, program).canExecute());
        }
    }
}
