/** Everybody there is, for whoever keeps the program: read without an ORM. */
@NullMarked
package broadside.app.roster;

import org.jspecify.annotations.NullMarked;
