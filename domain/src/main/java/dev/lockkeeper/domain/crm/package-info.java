/** The CRM that decides about locks where this service does not: what it is asked, and what it answers. */
@NullMarked
package dev.lockkeeper.domain.crm;

import org.jspecify.annotations.NullMarked;
