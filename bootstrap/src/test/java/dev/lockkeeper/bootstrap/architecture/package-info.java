/** The architecture's rules, held against the service and against violations planted for them. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture;

import org.jspecify.annotations.NullMarked;
