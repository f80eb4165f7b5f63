/** How each surface writes times. */
@NullMarked
package dev.lockkeeper.adapter.rest.time;

import org.jspecify.annotations.NullMarked;
