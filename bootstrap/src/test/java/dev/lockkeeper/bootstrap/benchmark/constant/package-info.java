/** A route that a benchmark adds to the service, to compare with. Nothing of it is in the product. */
@NullMarked
package dev.lockkeeper.bootstrap.benchmark.constant;

import org.jspecify.annotations.NullMarked;
