/** What decisions rest on: in memory, following what is committed, and asked for each time. */
@NullMarked
package dev.lockkeeper.adapter.persistence.decision;

import org.jspecify.annotations.NullMarked;
