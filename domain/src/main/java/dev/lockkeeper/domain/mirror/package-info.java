/** What is kept here of a CRM that decides: its locks and configurations, and the changes on their way to it. */
@NullMarked
package dev.lockkeeper.domain.mirror;

import org.jspecify.annotations.NullMarked;
