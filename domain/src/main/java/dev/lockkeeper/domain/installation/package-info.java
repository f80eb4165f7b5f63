/** What a fresh store is given once, before anyone can call. */
@NullMarked
package dev.lockkeeper.domain.installation;

import org.jspecify.annotations.NullMarked;
