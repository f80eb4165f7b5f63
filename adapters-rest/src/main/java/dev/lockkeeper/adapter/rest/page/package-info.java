/** How lists of the management API page. */
@NullMarked
package dev.lockkeeper.adapter.rest.page;

import org.jspecify.annotations.NullMarked;
