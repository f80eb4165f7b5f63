/** The first rows of an empty PostgreSQL database. */
@NullMarked
package dev.lockkeeper.adapter.persistence.installation;

import org.jspecify.annotations.NullMarked;
