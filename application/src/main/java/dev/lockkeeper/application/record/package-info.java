/** Reporting the CRM's records, and judging them by their module's rules. */
@NullMarked
package dev.lockkeeper.application.record;

import org.jspecify.annotations.NullMarked;
