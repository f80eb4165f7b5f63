/** Requests that the API document allows, and such that nobody should send, made up of a seed. */
@NullMarked
package dev.lockkeeper.bootstrap.fuzz;

import org.jspecify.annotations.NullMarked;
