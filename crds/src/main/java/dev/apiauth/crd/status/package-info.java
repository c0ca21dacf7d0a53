/** What the operator reports of a resource. Nothing that it writes stands anywhere else. */
@NullMarked
package dev.apiauth.crd.status;

import org.jspecify.annotations.NullMarked;
