/** Starts and stops the service, and joins its rings: the only place that knows them all. */
@NullMarked
package dev.lockkeeper.bootstrap;

import org.jspecify.annotations.NullMarked;
