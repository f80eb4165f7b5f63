/** CRM records as they were last reported, and the ports that judge them by the rules in the same step. */
@NullMarked
package dev.lockkeeper.domain.record;

import org.jspecify.annotations.NullMarked;
