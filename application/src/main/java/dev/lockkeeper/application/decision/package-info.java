/** Answers whether somebody may do something to a record now. */
@NullMarked
package dev.lockkeeper.application.decision;

import org.jspecify.annotations.NullMarked;
