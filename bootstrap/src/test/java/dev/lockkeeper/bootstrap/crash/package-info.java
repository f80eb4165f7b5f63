/** Processes that are halted between any two of their steps, on a real database and over HTTP. */
@NullMarked
package dev.lockkeeper.bootstrap.crash;

import org.jspecify.annotations.NullMarked;
