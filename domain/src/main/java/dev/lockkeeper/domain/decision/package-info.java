/** May this actor do this to this record now? */
@NullMarked
package dev.lockkeeper.domain.decision;

import org.jspecify.annotations.NullMarked;
