/** How much one caller may ask for: what keeps one of them from taking what all the others need. */
@NullMarked
package dev.lockkeeper.adapter.rest.limit;

import org.jspecify.annotations.NullMarked;
