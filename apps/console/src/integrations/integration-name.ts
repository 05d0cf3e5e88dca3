import { INTEGRATION_NAME_MAX } from '@rollcall/admin-contracts';
import { useTranslation } from 'react-i18next';

/** The sentence at the field (A04); null when the name may be tried. Whether it is taken only the server knows. */
export function useNameFault(): (name: string) => string | null {
  const { t } = useTranslation();
  return (name) => {
    const trimmed = name.trim();
    if (trimmed === '') return t('wizard.nameEmpty');
    if (Array.from(trimmed).length > INTEGRATION_NAME_MAX)
      return t('wizard.nameTooLong', { max: INTEGRATION_NAME_MAX });
    return null;
  };
}
